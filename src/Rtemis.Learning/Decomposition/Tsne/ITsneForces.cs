namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>What moves the cases of a map.</summary>
interface ITsneForces
{
    /// <summary>The gradient of the cost, without the factor 4, as Rtsne has it.</summary>
    /// <param name="map">Where the cases are.</param>
    /// <param name="exaggeration">What the neighbours' shares are multiplied by.</param>
    /// <param name="gradient">Takes the gradient.</param>
    void Gradient(TsneMap map, double exaggeration, TsneMap gradient);

    /// <summary>Each case's share of the Kullback-Leibler divergence of the map's shares from the data's.</summary>
    /// <param name="map">Where the cases are.</param>
    /// <param name="exaggeration">What the neighbours' shares are multiplied by.</param>
    double[] Costs(TsneMap map, double exaggeration);
}
