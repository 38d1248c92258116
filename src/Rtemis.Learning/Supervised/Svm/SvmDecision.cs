using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>One or more machines, ready for new cases.</summary>
[MemoryPackable]
[MemoryPackUnion(0, typeof(LinearDecision))]
[MemoryPackUnion(1, typeof(RadialDecision))]
abstract partial class SvmDecision
{
    /// <summary>The decision values, rows by machines, of points whose features are scaled as in training.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public abstract Matrix Values(Matrix points, WorkSplit work);
}
