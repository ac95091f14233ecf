namespace Glaze.Engine.Models;

/// <summary>Why a model could not be installed, for those who cannot read a sentence about commands.</summary>
internal enum ModelTrouble
{
    /// <summary>The server was not reached, or the connection broke off too often.</summary>
    Interrupted,

    /// <summary>The file is not there any more.</summary>
    Gone,

    /// <summary>The server wants to know who asks.</summary>
    LogIn,

    /// <summary>The proxy wants a password.</summary>
    Proxy,

    /// <summary>The server refused, or leads nowhere.</summary>
    Refused,

    /// <summary>What is there is not what was published: another size or hash.</summary>
    Replaced,

    /// <summary>What arrived, or the file, is no model.</summary>
    NotAModel,

    /// <summary>The file to import is not the model it is said to be.</summary>
    OtherFile,

    /// <summary>It is published in no format that is safe to open.</summary>
    NoAddress,

    /// <summary>It is not installed.</summary>
    Missing,

    /// <summary>The disk is full, or the folder cannot be written.</summary>
    Disk,
}
