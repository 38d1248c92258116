using System.Globalization;

namespace Rtemis.Learning.Training;

/// <summary>The sentence that ends a run.</summary>
public static class ElapsedText
{
    /// <summary><c>Done in 0.36 seconds.</c>, <c>Done in 1:05.</c>, <c>Done in 1:00:05.</c></summary>
    public static string Done(TimeSpan elapsed)
    {
        if (elapsed.TotalSeconds < 60) return $"Done in {TwoDecimals.Of(elapsed.TotalSeconds)} seconds.";
        var format = elapsed.TotalHours < 1 ? @"m\:ss" : @"mm\:ss";
        var hours = elapsed.TotalHours < 1 ? "" : $"{(int)elapsed.TotalHours}:";
        return $"Done in {hours}{elapsed.ToString(format, CultureInfo.InvariantCulture)}.";
    }
}
