using MemoryPack;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Turns decision values into predictions.</summary>
[MemoryPackable]
[MemoryPackUnion(0, typeof(SvmNumber))]
[MemoryPackUnion(1, typeof(SvmClasses))]
abstract partial class SvmOutcome
{
    /// <summary>The prediction of cases.</summary>
    /// <param name="decisions">Cases by machines.</param>
    public abstract Matrix Predict(Matrix decisions);
}
