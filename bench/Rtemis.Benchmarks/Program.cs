using BenchmarkDotNet.Running;
using Rtemis.Benchmarks;
using Rtemis.Benchmarks.Comparison;
using Rtemis.Benchmarks.Ensembles;
using Rtemis.Benchmarks.Unsupervised;

if (args is ["compare", .. var rest]) return CompareCommand.Create().Parse(rest).Invoke();
if (args is ["ensembles", .. var others]) return EnsemblesCommand.Create().Parse(others).Invoke();
if (args is ["unsupervised", .. var more]) return UnsupervisedCommand.Create().Parse(more).Invoke();
BenchmarkSwitcher.FromAssembly(typeof(LearnerBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
return 0;
