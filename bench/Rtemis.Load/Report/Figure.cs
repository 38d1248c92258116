namespace Rtemis.Load.Report;

/// <summary>Something that was measured.</summary>
/// <param name="What">What it is.</param>
/// <param name="Measured">The value with its unit.</param>
/// <param name="Goal">What it should be, or null where nothing is asked.</param>
/// <param name="IsMet">Whether it is; null without a goal.</param>
/// <param name="More">How it was measured, percentiles and the like.</param>
sealed record Figure(string What, string Measured, string? Goal = null, bool? IsMet = null, string More = "");
