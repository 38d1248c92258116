using System.Globalization;
using System.Text;

namespace Rtemis.Data.Csv;

/// <summary>Reads days and points in time that are written as ISO 8601 has them.</summary>
static class IsoTime
{
    const int LongestTime = 40;

    static readonly string[] Times =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd' 'HH:mmK", "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The day that <paramref name="text"/> is, counted from 1970-01-01, or null.</summary>
    public static int? Day(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return null;
        Span<char> signs = stackalloc char[10];
        if (!Ascii.IsValid(text)) return null;
        Encoding.ASCII.GetChars(text, signs);
        return DateOnly.TryParseExact(signs, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber
            : null;
    }

    /// <summary>The point in time that <paramref name="text"/> is, in seconds since 1970-01-01T00:00:00Z, or null. Without an offset it is in UTC.</summary>
    public static double? Seconds(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 16 or > LongestTime || text[4] != '-' || !Ascii.IsValid(text)) return null;
        Span<char> signs = stackalloc char[text.Length];
        Encoding.ASCII.GetChars(text, signs);
        return DateTimeOffset.TryParseExact(signs, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond / 1e6
            : null;
    }
}
