using System.Diagnostics;
using Rtemis.Daemon;
using Rtemis.Engines.Native;
using Rtemis.Protocol;

namespace Rtemis.Server.Daemons.Native;

/// <summary>The daemons of the native engine: this same program, which reads tables and writes results as they are.</summary>
sealed class NativeDaemons(DaemonCommand command) : IDaemonKind
{
    public string Engine => NativeEngine.EngineName;

    public string Program => command.FileName;

    public DaemonLink Launch(MemoryLimit? memory) => new Link(Process.Start(command.StartInfo(memory))!);

    public Assignment Prepare(Assignment job, CancellationToken cancellation) => job;

    public void Collect(Assignment job, Assignment told, CancellationToken cancellation)
    {
    }

    public void CleanUp(Assignment job)
    {
    }

    // Frames over standard input and output. The daemon ends when its input does, so none outlives the server.
    sealed class Link(Process process) : DaemonLink(process)
    {
        public override Task<DaemonStreams> ConnectAsync(CancellationToken cancellation) =>
            Task.FromResult(new DaemonStreams(Process.StandardOutput.BaseStream, Process.StandardInput.BaseStream));

        public override Task StopJobAsync(Func<byte[], Task> send, Task<bool> interruptible) =>
            send(Envelope.Request(RequestId.Null, DaemonMessages.Cancel, new Nothing(), DaemonJson.Default.Nothing));
    }
}
