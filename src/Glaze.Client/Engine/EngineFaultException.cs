using Glaze.Protocol.Messages;

namespace Glaze.Client.Engine;

/// <summary>The engine answered with a fault.</summary>
internal sealed class EngineFaultException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">The engine's own words.</param>
    public EngineFaultException(EngineFault fault)
        : base(fault.Message) => Fault = fault;

    /// <summary>The engine's own words; its message is one sentence for the artist.</summary>
    public EngineFault Fault { get; }

    /// <summary>The exception with the engine's own detail, for a log or a details box.</summary>
    /// <returns>Several lines.</returns>
    public override string ToString() => $"{base.ToString()}{Environment.NewLine}{Fault.Code}: {Fault.Detail}";
}
