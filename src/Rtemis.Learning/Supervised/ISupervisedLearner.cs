using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised;

/// <summary>An algorithm with its hyperparameters, immutable: the same data and options give the same model at any thread count.</summary>
public interface ISupervisedLearner
{
    /// <summary>rtemis's name, e.g. <c>CART</c>.</summary>
    string Algorithm { get; }

    /// <summary>Whether features may have missing values.</summary>
    bool AllowsMissing { get; }

    /// <summary>Whether outcomes of more than two levels are taken.</summary>
    bool SupportsMulticlass { get; }

    /// <summary>Whether rtemis gives the algorithm itself all workers, rather than the search or the outer resamples.</summary>
    bool TakesWorkers => false;

    /// <summary>Learns a model. The pipeline has checked the data against the two properties above.</summary>
    /// <exception cref="LearningException">The algorithm can't use this data.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    ISupervisedModel Fit(SupervisedData data, RunContext context);
}
