using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dialogs;
using Rtemis.Server.Dispatch;

namespace Rtemis.Server.Handlers;

/// <summary>Asks the person at this machine for a folder, with the desktop's own dialog. One dialog at a time; it goes with the connection that asked.</summary>
sealed class DialogHandlers : IDisposable
{
    readonly SemaphoreSlim _one = new(1);

    public async ValueTask<ChooseDirResult> ChooseDirAsync(Call call, ChooseDirParams parameters)
    {
        if (!await _one.WaitAsync(0, call.Cancellation).ConfigureAwait(false))
            throw new ProtocolException(ErrorCodes.TooMany, "A folder dialog is open already.");
        try
        {
            foreach (var program in FolderDialog.Programs(parameters.Prompt))
                if (await DialogProcess.RunAsync(program, call.Cancellation).ConfigureAwait(false) is { LacksDisplay: false } answer) return Result(answer);
        }
        finally
        {
            _one.Release();
        }
        throw new ProtocolException(ErrorCodes.IoError, FolderDialog.WhyNone);
    }

    public void Dispose() => _one.Dispose();

    static ChooseDirResult Result(DialogAnswer answer) =>
        answer.IsCancelled ? new(null, true)
        : answer.Folder is { } folder ? new(folder, false)
        : throw new ProtocolException(
            ErrorCodes.IoError,
            answer.ExitCode == 0 ? $"The folder dialog ({answer.Program}) named no folder that exists." : $"The folder dialog ({answer.Program}) failed with exit code {answer.ExitCode}.");
}
