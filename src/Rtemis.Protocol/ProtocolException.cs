namespace Rtemis.Protocol;

/// <summary>A request that is refused or failed in a way that its client is told: it becomes the error response.</summary>
public sealed class ProtocolException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="code">One of <see cref="ErrorCodes"/>.</param>
    /// <param name="message">What was wrong and with which value.</param>
    public ProtocolException(string code, string message) : base(message) => Code = code;

    /// <summary>A failure that another exception caused.</summary>
    public ProtocolException(string code, string message, Exception innerException) : base(message, innerException) => Code = code;

    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public string Code { get; }
}
