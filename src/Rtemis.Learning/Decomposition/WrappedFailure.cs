using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition;

/// <summary>Refusals of algorithms whose errors rtemis words anew: it calls their packages through a wrapper that tells which function failed.</summary>
static class WrappedFailure
{
    const string Condition = "rtemis_runtime_error";

    /// <summary>Tells the progress of the failure and makes the exception.</summary>
    /// <param name="function">The function of R that rtemis calls, with its package, e.g. <c>Rtsne::Rtsne</c>.</param>
    /// <param name="text">What it says.</param>
    /// <param name="context">The run.</param>
    /// <param name="suggestion">What a person may do about it, or null.</param>
    public static LearningException Of(string function, string text, RunContext context, string? suggestion = null)
    {
        context.Say($"✖ {Condition}", "value[[3L]]");
        context.Say($"  caused by: {text}");
        var hint = suggestion is null ? "" : $"\nSuggestion:\n  {suggestion}";
        return new LearningException(Condition, $"{function} failed with error:\n{text}\n{hint}");
    }
}
