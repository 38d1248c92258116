using MemoryPack;

namespace Rtemis.Learning.Preprocessing;

/// <summary>What preprocessing takes from training data to new data; null where there is nothing to take.</summary>
[MemoryPackable]
public sealed partial record PreprocessorValues
{
    /// <summary>What was taken off each number, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, double>>? ScaleCenters { get; init; }

    /// <summary>What each number was divided by, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, double>>? ScaleCoefficients { get; init; }

    /// <summary>The levels of each factor that got a column a level.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>>? OneHotLevels { get; init; }

    /// <summary>The levels of each factor that was coded by their positions.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>>? IntegerLevels { get; init; }

    /// <summary>The features that were removed by name.</summary>
    public IReadOnlyList<string>? RemovedFeatures { get; init; }

    /// <summary>These, and in the place of what is null others.</summary>
    internal PreprocessorValues Or(PreprocessorValues others) => new()
    {
        ScaleCenters = ScaleCenters ?? others.ScaleCenters,
        ScaleCoefficients = ScaleCoefficients ?? others.ScaleCoefficients,
        OneHotLevels = OneHotLevels ?? others.OneHotLevels,
        IntegerLevels = IntegerLevels ?? others.IntegerLevels,
        RemovedFeatures = RemovedFeatures ?? others.RemovedFeatures,
    };
}
