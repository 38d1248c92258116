using System.Diagnostics;
using System.Runtime.InteropServices;
using Rtemis.Benchmarks.Cases;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;

namespace Rtemis.Benchmarks.Comparison;

/// <summary>Fits and predicts one case here and in R by turns, so that what else the machine does meets both.</summary>
/// <param name="subject">The case.</param>
/// <param name="threads">The threads that the fits here may use.</param>
/// <param name="r">R, or null to measure this side alone.</param>
sealed class CaseComparison(MeasuredCase subject, int threads, RProcess? r)
{
    readonly ISupervisedLearner _learner = subject.Learner.Create();

    public Timings Fit { get; } = new();

    public Timings Predict { get; } = new();

    public Timings RFit { get; } = new();

    public Timings RPredict { get; } = new();

    /// <summary>The largest difference between two predictions of the same row, or null without R.</summary>
    public double? Difference { get; private set; }

    /// <summary>Runs both sides up to <paramref name="rounds"/> times, but starts no round after <paramref name="budget"/>.</summary>
    public void Run(int rounds, TimeSpan budget)
    {
        WarmUp();
        var table = new SyntheticTable(subject.Size, subject.Task);
        var data = table.Data;
        var path = Path.GetTempFileName();
        try
        {
            table.Write(path);
            r?.Read(path, subject.Task == TaskType.Classification);
            var watch = Stopwatch.StartNew();
            for (var round = 0; round < rounds && (round == 0 || watch.Elapsed < budget); round++)
            {
                var predicted = RunHere(data);
                if (r is not null) Difference = LargestDifference(predicted, RunThere(path));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Compiles what will be measured.
    void WarmUp()
    {
        var data = new SyntheticTable(subject.On(TableSize.WarmUp).Size, subject.Task).Data;
        for (var i = 0; i < 3; i++) _learner.Fit(data, Context()).Predict(data.Features, Context());
    }

    double[] RunHere(SupervisedData data)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var model = _learner.Fit(data, Context());
        Fit.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        start = Stopwatch.GetTimestamp();
        var prediction = model.Predict(data.Features, Context());
        Predict.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        return prediction.Values.Values;
    }

    double[] RunThere(string path)
    {
        RFit.Add(r!.Fit());
        RPredict.Add(r.Predict(path));
        return MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(path)).ToArray();
    }

    RunContext Context() => new(threads: threads, seed: 1);

    static double LargestDifference(double[] ours, double[] theirs) => ours.Zip(theirs, (a, b) => Math.Abs(a - b)).Max();
}
