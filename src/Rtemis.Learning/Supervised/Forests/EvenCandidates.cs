using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Features that are equally likely, in ranger's two ways, and some that are always there.</summary>
/// <param name="features">The number of features.</param>
/// <param name="count">The number to draw.</param>
/// <param name="always">Those that are always there, ascending; they stand behind those drawn.</param>
sealed class EvenCandidates(int features, int count, int[] always) : CandidateDraw
{
    readonly int[] _drawn = [.. new int[count], .. always];
    readonly int[] _others = [.. Enumerable.Range(0, features).Except(always)];
    readonly int[] _shuffled = new int[features - always.Length];

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Next(MersenneTwister64 random)
    {
        if (count < features / 10) DrawAgainIfKnown(random);
        else Shuffle(random);
        return _drawn;
    }

    void DrawAgainIfKnown(MersenneTwister64 random)
    {
        for (var i = 0; i < count; i++)
        {
            do _drawn[i] = _others[random.NextIndex(_others.Length)];
            while (_drawn.AsSpan(0, i).Contains(_drawn[i]));
        }
    }

    void Shuffle(MersenneTwister64 random)
    {
        _others.CopyTo(_shuffled, 0);
        for (var i = 0; i < count; i++)
        {
            var j = i + (int)(random.NextReal() * (_shuffled.Length - i));
            (_shuffled[i], _shuffled[j]) = (_shuffled[j], _shuffled[i]);
        }
        _shuffled.AsSpan(0, count).CopyTo(_drawn);
    }
}
