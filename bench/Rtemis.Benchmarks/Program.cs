using BenchmarkDotNet.Running;
using Rtemis.Benchmarks;
using Rtemis.Benchmarks.Comparison;

if (args is ["compare", .. var rest]) return CompareCommand.Create().Parse(rest).Invoke();
BenchmarkSwitcher.FromAssembly(typeof(LearnerBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
return 0;
