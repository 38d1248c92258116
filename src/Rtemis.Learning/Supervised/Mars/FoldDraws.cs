using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>Which fold each case is in, as earth draws it from R's stream.</summary>
static class FoldDraws
{
    /// <summary>Draws the folds, from 0 on.</summary>
    /// <param name="responses">The responses.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="stratify">Whether the cases of which a response is not 0 are spread evenly.</param>
    /// <param name="random">The stream.</param>
    /// <exception cref="LearningException">A fold is empty.</exception>
    public static int[] Draw(double[][] responses, int folds, bool stratify, RRandom random)
    {
        var fold = Shuffled(responses[0].Length, folds, random);
        if (stratify)
        {
            foreach (var response in responses)
            {
                int[] rows = [.. Enumerable.Range(0, response.Length).Where(i => response[i] != 0)];
                if (rows.Length == 0) continue;
                var own = Shuffled(rows.Length, folds, random);
                for (var i = 0; i < rows.Length; i++) fold[rows[i]] = own[i];
            }
        }
        return fold.Distinct().Count() == folds
            ? fold
            : throw new LearningException("simpleError", $"Not enough data to do {folds} fold cross validation (an out-of-fold set is empty)");
    }

    static int[] Shuffled(int count, int folds, RRandom random) => Array.ConvertAll(random.SampleWithoutReplacement(count, count), i => i % folds);
}
