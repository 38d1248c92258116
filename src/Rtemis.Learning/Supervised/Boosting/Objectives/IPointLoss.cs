namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The loss of one sum. Implemented by structures, so that loops over cases are compiled for each.</summary>
interface IPointLoss
{
    /// <summary>LightGBM's name of it.</summary>
    string Name { get; }

    /// <summary>How a sum becomes a prediction.</summary>
    LinkFunction Link { get; }

    /// <summary>The first and second derivative.</summary>
    (float First, float Second) Derive(double sum, float label, float weight);

    /// <summary>The loss of a prediction.</summary>
    double Loss(double prediction, float label);
}
