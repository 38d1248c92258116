using System.Globalization;

namespace Rtemis.Data;

/// <summary>Days and points in time (UTC, to the microsecond) as ISO 8601 text; null outside the years 1 to 9999.</summary>
static class IsoText
{
    /// <summary>What <see cref="Day"/> and <see cref="Time"/> cannot write, as messages say it.</summary>
    public const string Bounds = "is not in the years 1 to 9999";

    /// <summary>A day, counted from 1970-01-01.</summary>
    public static string? Day(double days)
    {
        var number = days + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        if (number < 0 || number > DateOnly.MaxValue.DayNumber) return null;
        return DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A point in time, in seconds since then.</summary>
    public static string? Time(double seconds)
    {
        var ticks = Math.Round(seconds * 1e6) * TimeSpan.TicksPerMicrosecond;
        if (!(ticks >= -DateTime.UnixEpoch.Ticks && ticks < (DateTime.MaxValue - DateTime.UnixEpoch).Ticks)) return null;
        return DateTime.UnixEpoch.AddTicks((long)ticks).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
    }
}
