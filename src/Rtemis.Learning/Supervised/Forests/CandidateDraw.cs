using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Draws the features that a split is looked for among, in ranger's two ways. Serves one thread.</summary>
/// <param name="features">The number of features.</param>
/// <param name="count">The number to draw.</param>
sealed class CandidateDraw(int features, int count)
{
    readonly int[] _drawn = new int[count];
    readonly int[] _all = new int[features];

    /// <summary>The features drawn, in the order of drawing; valid until the next draw.</summary>
    public ReadOnlySpan<int> Next(MersenneTwister64 random)
    {
        if (count < features / 10) DrawAgainIfKnown(random);
        else Shuffle(random);
        return _drawn;
    }

    void DrawAgainIfKnown(MersenneTwister64 random)
    {
        for (var i = 0; i < count; i++)
        {
            do _drawn[i] = random.NextIndex(features);
            while (_drawn.AsSpan(0, i).Contains(_drawn[i]));
        }
    }

    void Shuffle(MersenneTwister64 random)
    {
        for (var i = 0; i < features; i++) _all[i] = i;
        for (var i = 0; i < count; i++)
        {
            var j = i + (int)(random.NextReal() * (features - i));
            (_all[i], _all[j]) = (_all[j], _all[i]);
        }
        _all.AsSpan(0, count).CopyTo(_drawn);
    }
}
