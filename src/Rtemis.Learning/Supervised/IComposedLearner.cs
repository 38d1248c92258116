namespace Rtemis.Learning.Supervised;

/// <summary>A learner whose model is made of others, which are trained inside of its fit.</summary>
public interface IComposedLearner : ISupervisedLearner
{
    /// <summary>The same learner with another way to train them. A run gives its own, so that its seed and its rules hold for them too.</summary>
    ISupervisedLearner With(IInnerTraining training);
}
