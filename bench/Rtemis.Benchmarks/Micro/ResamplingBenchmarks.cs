using BenchmarkDotNet.Attributes;
using Rtemis.Data;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Benchmarks.Micro;

/// <summary>Drawing resamples of 100,000 cases.</summary>
[Config(typeof(MicroRuns))]
public class ResamplingBenchmarks
{
    const int Rows = 100_000;

    Table _outcome = null!;

    [Params("KFold", "StratSub", "StratBoot", "Bootstrap")]
    public string Type { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        _outcome = new Table([new DoubleColumn("y", Enumerable.Range(0, Rows).Select(_ => random.NextDouble()).ToArray())], Rows);
    }

    [Benchmark]
    public OuterResamples Draw() => Resampler.Draw(ResamplerConfig.Create(Type, []), _outcome, new RunContext(seed: 1));
}
