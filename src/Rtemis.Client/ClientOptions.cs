namespace Rtemis.Client;

/// <summary>How to connect.</summary>
public sealed record ClientOptions
{
    /// <summary>The origin to connect as; the server must allow it. Default: <c>http://localhost:3000</c>.</summary>
    public string Origin { get; init; } = "http://localhost:3000";

    /// <summary>How long an answer may take. Default: 100 seconds.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Makes the line to the server, for one that the address alone does not reach (a tunnel, say); null for TCP to the address.</summary>
    public Func<CancellationToken, ValueTask<Stream>>? Dial { get; init; }
}
