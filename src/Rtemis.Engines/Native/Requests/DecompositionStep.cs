using Rtemis.Engines.Native.Algorithms;
using Rtemis.Engines.Requests;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Requests;

/// <summary>The decomposition inside a supervised job.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Config">Its options, <c>features</c> among them.</param>
sealed record DecompositionStep(DecompositionAlgorithm Algorithm, ParameterValues Config)
{
    const string Member = "decomposition_config";

    /// <summary>The step that is run.</summary>
    public DecompositionPlan Plan => new(Algorithm.Create(Config), DecompositionAlgorithm.FeaturesOf(Config));

    /// <summary>Reads <c>{"algorithm", "config"?, "features"?}</c>; null where there is none.</summary>
    /// <exception cref="ParameterException">A member is missing, unknown or refused.</exception>
    public static DecompositionStep? Parse(RequestFields fields, IReadOnlyList<DecompositionAlgorithm> algorithms)
    {
        if (!fields.Has(Member)) return null;
        var members = new ConfigMembers(fields.Map(Member));
        if (members["algorithm"] is not ParameterValue.Text { Value: var name }) throw new ParameterException("`algorithm` is required to build a DecompositionConfig.");
        var algorithm = Find(name, algorithms);
        members.AllowOnly("decomposition config", ["algorithm", "config", "features"]);
        var given = members.Map($"{Member}.config", "config");
        if (members["features"] is { } features and not ParameterValue.None) given = [.. given, KeyValuePair.Create("features", features)];
        return new DecompositionStep(algorithm, algorithm.Parameters.OwnedBy($"{algorithm.Name} decomposition").Bind(given));
    }

    static DecompositionAlgorithm Find(string name, IReadOnlyList<DecompositionAlgorithm> algorithms)
    {
        List<DecompositionAlgorithm> applicable = [.. algorithms.Where(a => a.Applicable)];
        return applicable.Find(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ParameterException(
                $"Decomposition algorithm '{name}' cannot be applied on new data.\nSupported algorithms: {string.Join(", ", applicable.Select(a => a.Name))}.");
    }
}
