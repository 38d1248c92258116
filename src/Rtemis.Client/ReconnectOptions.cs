namespace Rtemis.Client;

/// <summary>How a lost connection is made again: after a pause that doubles from attempt to attempt.</summary>
public sealed record ReconnectOptions
{
    /// <summary>No second connection: what is lost stays lost.</summary>
    public static ReconnectOptions Never { get; } = new() { GiveUpAfter = TimeSpan.Zero };

    /// <summary>How long attempts go on after the loss; zero for no attempt. Default: two minutes.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The pause before the first attempt. Default: 100 milliseconds.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest pause. Default: five seconds.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    internal TimeSpan PauseBefore(int attempt) => TimeSpan.FromTicks((long)Math.Min(LongestPause.Ticks, FirstPause.Ticks * Math.Pow(2, attempt - 1)));
}
