namespace Rtemis.Server.Report;

/// <summary>This program was built without the template that reports are made of.</summary>
/// <param name="reason">Why, and what to do.</param>
sealed class ReportMissingException(string reason) : Exception($"There can be no report. {reason}");
