namespace Rtemis.Data;

/// <summary>Bytes are no serialized R object, or hold something that is not read. The message says what.</summary>
public sealed class RDataFormatException : Exception
{
    /// <summary>An error with <paramref name="message"/>.</summary>
    public RDataFormatException(string message) : base(message) { }

    /// <summary>An error with <paramref name="message"/>, due to <paramref name="innerException"/>.</summary>
    public RDataFormatException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>An error without details.</summary>
    public RDataFormatException() : base("The bytes are not a serialized R object.") { }
}
