using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Turns decision values into predictions.</summary>
abstract class SvmOutcome
{
    /// <summary>The prediction of cases.</summary>
    /// <param name="decisions">Cases by machines.</param>
    public abstract Matrix Predict(Matrix decisions);
}
