namespace Rtemis.Engines;

/// <summary>A request that an engine refuses before any work; the message names the field and the value.</summary>
public sealed class RequestRefusedException : Exception
{
    /// <summary>A refusal with one of the protocol's error codes.</summary>
    public RequestRefusedException(string code, string message) : base(message) => Code = code;

    /// <summary>A refusal that came from a lower layer.</summary>
    public RequestRefusedException(string code, string message, Exception innerException) : base(message, innerException) => Code = code;

    /// <summary>The error code on the wire, e.g. <c>invalid_params</c>.</summary>
    public string Code { get; }
}
