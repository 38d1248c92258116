namespace Rtemis.Engines;

/// <summary>A request that an engine has checked: every name is known and every value in its bounds. One derived record a job type and engine.</summary>
/// <param name="Type">What is to be done.</param>
/// <param name="Algorithm">The algorithm in its canonical spelling.</param>
/// <param name="Question">The question that the person wants answered, or null.</param>
public abstract record JobRequest(JobType Type, string Algorithm, string? Question);
