namespace Rtemis.Learning;

/// <summary>A run that can't go on because of its data or its options. The message is written for the person who asked for the run.</summary>
public sealed class LearningException : Exception
{
    /// <summary>A refusal with rtemis's condition class, e.g. <c>rtemis_missing_data</c>, and the sentence that explains it.</summary>
    public LearningException(string condition, string message) : base(message) => Condition = condition;

    /// <summary>A refusal that came from a lower layer.</summary>
    public LearningException(string condition, string message, Exception innerException) : base(message, innerException) => Condition = condition;

    /// <summary>The class that rtemis gives to this kind of refusal, e.g. <c>rtemis_data_error</c>; progress shows it.</summary>
    public string Condition { get; }
}
