using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>Refusals of the R package NMF, as rtemis words them.</summary>
static class NmfFailure
{
    /// <summary>What R says where numbers are lost and cases have no largest component.</summary>
    public const string NoLabels = "non-conformable arrays";

    /// <summary>What R says where numbers are lost and the objective is none.</summary>
    public const string NoObjective = "missing value where TRUE/FALSE needed";

    public static LearningException Of(string text, RunContext context) => WrappedFailure.Of("NMF::nmf", text, context);
}
