namespace Rtemis.Protocol;

/// <summary>Bytes that are no frame. The message says why and is fit for the peer that sent them.</summary>
public sealed class MalformedFrameException : Exception
{
    /// <summary>A breach with its reason.</summary>
    public MalformedFrameException(string reason) : base($"Malformed frame: {reason}")
    {
    }

    /// <summary>A breach that another exception shows.</summary>
    public MalformedFrameException(string reason, Exception innerException) : base($"Malformed frame: {reason}", innerException)
    {
    }

    /// <summary>Whether the frame would have been over the reader's limit.</summary>
    public bool IsOverLimit { get; init; }
}
