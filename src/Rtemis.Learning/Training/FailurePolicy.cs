namespace Rtemis.Learning.Training;

/// <summary>What is done when an outer resample fails.</summary>
public enum FailurePolicy
{
    /// <summary>Go on with the others and warn.</summary>
    Continue,

    /// <summary>End the run.</summary>
    Stop,
}
