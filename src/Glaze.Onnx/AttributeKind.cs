namespace Glaze.Onnx;

/// <summary>Types of node attributes. The numbers are those of the ONNX file format; subgraphs are not supported.</summary>
public enum AttributeKind
{
    /// <summary>One float32.</summary>
    Float = 1,

    /// <summary>One 64-bit integer.</summary>
    Int = 2,

    /// <summary>One UTF-8 text.</summary>
    Text = 3,

    /// <summary>One tensor.</summary>
    Tensor = 4,

    /// <summary>A list of float32.</summary>
    Floats = 6,

    /// <summary>A list of 64-bit integers.</summary>
    Ints = 7,

    /// <summary>A list of UTF-8 texts.</summary>
    Texts = 8,
}
