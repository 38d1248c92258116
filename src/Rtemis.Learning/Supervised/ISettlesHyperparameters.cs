using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised;

/// <summary>A model of a fit that gave hyperparameters a value.</summary>
public interface ISettlesHyperparameters
{
    /// <summary>
    /// Those that were unset and that the fit searched for itself, see <see cref="ParameterSpec.FoundByFits"/>; empty where all were given. The fits
    /// of a search have their values made one, with which the final model is fitted.
    /// </summary>
    IReadOnlyList<KeyValuePair<string, ParameterValue>> Found { get; }

    /// <summary>Those whose value follows from the data where none is given; as they were used.</summary>
    IReadOnlyList<KeyValuePair<string, ParameterValue>> Derived { get; }
}
