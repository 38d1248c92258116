namespace Rtemis.Data;

/// <summary>
/// Bytes are not a readable Arrow IPC stream, or hold something that a <see cref="Table"/> cannot. The message says what and where;
/// of the input it repeats column names and numbers only.
/// </summary>
public sealed class ArrowFormatException : Exception
{
    /// <summary>An error with <paramref name="message"/>.</summary>
    public ArrowFormatException(string message) : base(message) { }

    /// <summary>An error with <paramref name="message"/>, due to <paramref name="innerException"/>.</summary>
    public ArrowFormatException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>An error without details.</summary>
    public ArrowFormatException() : base("The bytes are not a readable Arrow IPC stream.") { }
}
