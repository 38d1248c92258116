namespace Rtemis.Protocol;

/// <summary>The codes of error responses.</summary>
public static class ErrorCodes
{
    /// <summary>The bytes are no frame, or the header is no request.</summary>
    public const string MalformedFrame = "malformed_frame";

    /// <summary>No such method.</summary>
    public const string UnknownMethod = "unknown_method";

    /// <summary>The token is missing or wrong.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>The method needs an attached session.</summary>
    public const string NotAttached = "not_attached";

    /// <summary>A parameter is missing, of the wrong type or out of its bounds.</summary>
    public const string InvalidParams = "invalid_params";

    /// <summary>A session's name breaks the rules for names.</summary>
    public const string InvalidName = "invalid_name";

    /// <summary>A session of that name exists.</summary>
    public const string SessionExists = "session_exists";

    /// <summary>No such session.</summary>
    public const string SessionNotFound = "session_not_found";

    /// <summary>No such algorithm, data handle, upload or job.</summary>
    public const string NotFound = "not_found";

    /// <summary>A limit on a number of things is reached.</summary>
    public const string TooMany = "too_many";

    /// <summary>Reading or writing a file failed.</summary>
    public const string IoError = "io_error";

    /// <summary>The work was cancelled.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The server failed; its log has the reason.</summary>
    public const string InternalError = "internal_error";
}
