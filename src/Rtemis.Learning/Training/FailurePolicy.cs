namespace Rtemis.Learning.Training;

/// <summary>What is done when an outer resample or a fit of a search fails.</summary>
public enum FailurePolicy
{
    /// <summary>Go on with the others and warn.</summary>
    Continue,

    /// <summary>End the run when an outer resample fails; go on without a fit of a search.</summary>
    StopOuter,

    /// <summary>End the run.</summary>
    Stop,
}
