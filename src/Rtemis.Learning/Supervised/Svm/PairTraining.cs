namespace Rtemis.Learning.Supervised.Svm;

/// <summary>
/// Fits the machine of a pair of classes and the sigmoid that turns its decision values into probabilities, from values of a cross-validation.
/// The fits of a pair don't depend on each other.
/// </summary>
sealed class PairTraining(ClassPair pair, SvmTraining training)
{
    /// <summary>The number of fits.</summary>
    public const int Fits = ClassPair.Folds + 1;

    readonly double[] _decisions = new double[pair.Cases.Length];
    SvmMachine? _machine;

    /// <summary>The machine of all cases. All fits must have run.</summary>
    public SvmMachine Machine => _machine ?? throw new InvalidOperationException("The pair was not fitted.");

    /// <summary>The sigmoid. All fits must have run.</summary>
    public PlattSigmoid Sigmoid => PlattSigmoid.Fit(_decisions, pair.Positives);

    /// <summary>Runs the fit of this number: 0 is that of all cases, the longest, and the others are those of the folds.</summary>
    public void Fit(int number)
    {
        if (number == 0) _machine = training.Separate(pair.Cases, pair.Positives);
        else Judge(number - 1);
    }

    void Judge(int fold)
    {
        int[] held = [.. pair.HeldOut(fold)];
        if (held.Length == 0) return;
        var (places, positives) = pair.Remaining(fold);
        if (positives == 0 || positives == places.Length)
        {
            // Of one class alone nothing can be learned; of none, nothing can be said.
            var sure = places.Length == 0 ? 0 : positives == 0 ? -1 : 1;
            foreach (var place in held) _decisions[place] = sure;
            return;
        }
        var machine = training.Separate(Array.ConvertAll(places, p => pair.Cases[p]), positives);
        var values = training.Decide(machine, Array.ConvertAll(held, p => pair.Cases[p]));
        for (var i = 0; i < held.Length; i++) _decisions[held[i]] = values[i];
    }
}
