using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Rtemis.Benchmarks.Micro;

/// <summary>Five iterations of a tenth of a second, in this process, of what takes microseconds or milliseconds.</summary>
sealed class MicroRuns : ManualConfig
{
    public MicroRuns()
    {
        AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true))
            .WithWarmupCount(3).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(100)));
        AddDiagnoser(MemoryDiagnoser.Default);
        HideColumns("Error");
    }
}
