using System.Text.Json;
using Rtemis.Engines;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised;

namespace Rtemis.Benchmarks.Cases;

/// <summary>A learner with its hyperparameters, as they are measured.</summary>
/// <param name="Algorithm">rtemis's name.</param>
/// <param name="Hyperparameters">Those that are not at their defaults, as in a <c>train</c> request.</param>
sealed record MeasuredLearner(string Algorithm, string Hyperparameters = "{}")
{
    readonly SupervisedAlgorithm? _registered = NativeAlgorithms.Supervised.FirstOrDefault(a => a.Name == Algorithm);

    /// <summary>Whether it is measured on the large table, too.</summary>
    public bool Large { get; init; }

    /// <summary>How many of a table's features it is given.</summary>
    public int MostFeatures { get; init; } = int.MaxValue;

    /// <summary>Whether the engine has the algorithm.</summary>
    public bool IsRegistered => _registered is not null;

    /// <summary>All hyperparameters, checked.</summary>
    public ParameterValues Values
    {
        get
        {
            using var given = JsonDocument.Parse(Hyperparameters);
            return Registered.Parameters.Bind(ParameterJson.ReadMembers(given.RootElement));
        }
    }

    /// <summary>All hyperparameters as a list in R's language.</summary>
    public string RSource => $"list({string.Join(", ", Values.Set.Specs.Select(s => $"{s.Name} = {Values[s.Name].Source}"))})";

    SupervisedAlgorithm Registered => _registered ?? throw new InvalidOperationException($"There is no algorithm '{Algorithm}'.");

    public bool Takes(TaskType task) => task == TaskType.Classification ? Registered.Classification : Registered.Regression;

    public ISupervisedLearner Create() => Registered.Create(Values);

    public override string ToString() => Hyperparameters == "{}" ? Algorithm : $"{Algorithm} {Hyperparameters.Replace("\"", "", StringComparison.Ordinal)}";
}
