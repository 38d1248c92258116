using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Case weights, which the reference does not take.</summary>
static class SvmWeights
{
    /// <summary>Refuses weights, and inverse frequencies of classes, in rtemis's words.</summary>
    public static void Refuse(SupervisedData data, bool ifw)
    {
        if (data.Weights is null && !(ifw && data.Task == TaskType.Classification)) return;
        throw new LearningException("rtemis_unsupported_error",
            "Case weights are not supported by e1071::svm. You can enable `ifw` in the hyperparameters to use inverse frequency weighting instead.");
    }
}
