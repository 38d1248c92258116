using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Learns a support vector machine as the R package e1071 does: features and a numeric outcome scaled, classes in pairs.</summary>
sealed class SvmFit(SvmKernel kernel, double cost, RunContext context)
{
    // Kernel rows of all fits that run at a time; it decides on the time alone.
    const long Memory = 1L << 30;

    /// <summary>Learns from data.</summary>
    /// <exception cref="LearningException">The data can't be used.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public SvmModel Learn(SupervisedData data)
    {
        if (data.Rows < 2) throw new LearningException("simpleError", "A support vector machine needs at least 2 cases.");
        var encoding = OneHotEncoding.Learn(data.Features, context);
        var table = encoding.Encode(data.Features, context);
        var scaling = Scale(table, encoding.Names);
        return data.Task == TaskType.Regression
            ? Follow(data, encoding, table, scaling)
            : Separate(data, encoding, table, scaling);
    }

    SvmScaling? Scale(Matrix table, IReadOnlyList<string> names)
    {
        List<string> constant = [.. SvmScaling.Constants(table).Select(c => $"‘{names[c]}’")];
        if (constant.Count > 0)
        {
            context.Say($"Variable(s) {string.Join(" and ", constant)} constant. Cannot scale data.", level: TextLevel.Warn);
            return null;
        }
        var scaling = SvmScaling.Of(table, context.Work);
        scaling.Apply(table, context.Work);
        return scaling;
    }

    SvmModel Follow(SupervisedData data, OneHotEncoding encoding, Matrix table, SvmScaling? scaling)
    {
        var outcome = data.Numbers.ToArray();
        var (center, scale) = (0.0, 1.0);
        if (scaling is not null)
        {
            (center, scale) = (CompensatedSum.Mean(outcome), ColumnSpread.Of(outcome, CompensatedSum.Mean(outcome)));
            if (!(scale > 0)) throw new LearningException("simpleError", "The outcome is constant: it can't be scaled.");
            TensorPrimitives.Subtract(outcome, center, outcome);
            TensorPrimitives.Divide(outcome, scale, outcome);
        }
        // R draws the split of a cross-validation, whose result no prediction uses: what is drawn next must be the same here.
        context.Random.Skip(data.Rows);
        var training = Training(table, fits: 1);
        var machine = training.Follow(outcome);
        Warn([machine]);
        return new SvmModel(encoding, scaling, training.Decision([machine]), new SvmNumber(center, scale));
    }

    SvmModel Separate(SupervisedData data, OneHotEncoding encoding, Matrix table, SvmScaling? scaling)
    {
        var codes = data.ClassCodes.ToArray();
        int[] present = [.. codes.Distinct()];
        if (present.Length < 2) throw new LearningException("simpleError", "Model is empty! Only one class occurs in the training set.");
        int[][] rows = [.. present.Select(code => Enumerable.Range(0, codes.Length).Where(i => codes[i] == code).ToArray())];
        // The splits are drawn before anything runs, pair after pair, so that threads change nothing.
        ClassPair[] pairs = [.. rows.SelectMany((first, i) => rows.Skip(i + 1).Select(second => new ClassPair(first, second, context.Random)))];
        var fits = pairs.Length * PairTraining.Fits;
        var training = Training(table, fits);
        PairTraining[] trainings = [.. pairs.Select(pair => new PairTraining(pair, training))];
        context.Work.For(fits, f => trainings[f % pairs.Length].Fit(f / pairs.Length));
        SvmMachine[] machines = [.. trainings.Select(t => t.Machine)];
        Warn(machines);
        return new SvmModel(
            encoding, scaling, training.Decision(machines), new SvmClasses(data.Classes.Count, present, [.. trainings.Select(t => t.Sigmoid)]));
    }

    // Fits that run beside each other keep the threads busy; a single one splits its rows.
    SvmTraining Training(Matrix table, int fits)
    {
        var together = Math.Min(fits, context.Work.Threads);
        var inner = together == context.Work.Threads ? new WorkSplit(1, context.Cancellation) : context.Work;
        return new SvmTraining(table, kernel, cost, inner, Memory / together, context.Cancellation);
    }

    void Warn(IEnumerable<SvmMachine> machines)
    {
        if (machines.Any(m => !m.Converged)) context.Say("WARNING: reaching max number of iterations", level: TextLevel.Warn);
    }
}
