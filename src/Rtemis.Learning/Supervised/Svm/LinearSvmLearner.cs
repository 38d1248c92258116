using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>
/// A support vector machine with the linear kernel. Source: C.-C. Chang and C.-J. Lin, "LIBSVM: a library for support vector machines",
/// ACM TIST 2(3), 2011; the numbers are those of the R package e1071.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class LinearSvmLearner(LinearSvmParameters parameters) : ISupervisedLearner
{
    /// <inheritdoc/>
    public string Algorithm => "LinearSVM";

    /// <inheritdoc/>
    public bool AllowsMissing => false;

    /// <inheritdoc/>
    public bool SupportsMulticlass => true;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        SvmWeights.Refuse(data, parameters.Ifw);
        return new SvmFit(new SvmKernel(Gamma: null), parameters.Cost, context).Learn(data);
    }
}
