using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Rtemis.Benchmarks.Cases;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;

namespace Rtemis.Benchmarks;

/// <summary>Fit and prediction of every learner, on all of the machine's cores. A fit takes long enough to be one iteration.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3, invocationCount: 1)]
[MemoryDiagnoser]
public class LearnerBenchmarks
{
    ISupervisedLearner _learner = null!;
    ISupervisedModel _model = null!;
    SupervisedData _data = null!;

    [ParamsSource(nameof(Cases))]
    public MeasuredCase Case { get; set; } = null!;

    public static IEnumerable<MeasuredCase> Cases => MeasuredCase.All;

    static RunContext Context => new(seed: 1);

    [GlobalSetup(Target = nameof(Fit))]
    public void PrepareFit()
    {
        _learner = Case.Learner.Create();
        _data = new SyntheticTable(Case.Size, Case.Task).Data;
    }

    [GlobalSetup(Target = nameof(Predict))]
    public void PreparePredict()
    {
        PrepareFit();
        _model = _learner.Fit(_data, Context);
    }

    [Benchmark]
    public ISupervisedModel Fit() => _learner.Fit(_data, Context);

    [Benchmark]
    public Prediction Predict() => _model.Predict(_data.Features, Context);
}
