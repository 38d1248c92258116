using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>How to connect.</summary>
public sealed record ClientOptions
{
    /// <summary>The origin to connect as; the server must allow it. Default: <c>http://localhost:3000</c>.</summary>
    public string Origin { get; init; } = "http://localhost:3000";

    /// <summary>How long an answer may take, and the making of a connection. Default: 100 seconds.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long the server may not even answer a ping before the connection counts as lost. Default: 40 seconds.</summary>
    public TimeSpan SilenceTimeout { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>What <see cref="RtemisClient"/> and its sessions do when their connection is lost.</summary>
    public ReconnectOptions Reconnect { get; init; } = new();

    /// <summary>The bytes of a table that are sent at a time. Default: 4 MiB.</summary>
    public int UploadChunkBytes
    {
        get;
        init => field = value is > 0 and <= LargestChunk
            ? value
            : throw new ArgumentOutOfRangeException(nameof(UploadChunkBytes), value, $"A chunk has 1 to {LargestChunk} bytes.");
    } = 4 << 20;

    /// <summary>The steps that a job's <see cref="RtemisJob.ProgressAsync"/> keeps for readers that come or go on later, the latest ones. Default: 4,096.</summary>
    public int KeptProgress
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(KeptProgress), value, "At least one step is kept.");
    } = ProtocolLimits.LoggedEvents;

    /// <summary>Makes the line to the server, for one that the address alone does not reach (a tunnel, say); null for TCP to the address.</summary>
    public Func<CancellationToken, ValueTask<Stream>>? Dial { get; init; }

    // What is left of a frame beside its header.
    const int LargestChunk = ProtocolLimits.Frame - ProtocolLimits.Header - sizeof(int);
}
