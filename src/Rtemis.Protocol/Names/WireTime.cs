using System.Globalization;

namespace Rtemis.Protocol;

/// <summary>Times as the wire shows them.</summary>
public static class WireTime
{
    /// <summary>ISO 8601, UTC, to the second.</summary>
    public static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The same for a time that may not have come yet.</summary>
    public static string? Utc(DateTimeOffset? time) => time is { } t ? Utc(t) : null;

    /// <summary>Local time to the second, as progress shows it.</summary>
    public static string Local(DateTimeOffset time, TimeProvider clock) =>
        TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
