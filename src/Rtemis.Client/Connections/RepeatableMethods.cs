using System.Collections.Frozen;
using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>
/// The methods that do no more when they are called twice: where the connection is lost before their answer comes they are called again over the next one.
/// </summary>
static class RepeatableMethods
{
    static readonly FrozenSet<string> Names = FrozenSet.Create(
        Methods.Ping, Methods.Info,
        Methods.Algorithms, Methods.AlgorithmDescribe, Methods.DecompAlgorithms, Methods.DecompAlgorithmDescribe, Methods.ClusterAlgorithms,
        Methods.ClusterAlgorithmDescribe, Methods.ResamplerDescribe, Methods.PreprocessorDescribe,
        Methods.SessionList, Methods.SessionInfo, Methods.SessionRename, Methods.SessionAck,
        // An upload that is begun twice leaves one behind that the server drops when nothing comes.
        Methods.DataUploadBegin, Methods.DataUploadCancel,
        Methods.DataList, Methods.DataDescribe, Methods.DataPreview, Methods.DataDelete,
        Methods.JobList, Methods.JobStatus, Methods.JobRequest, Methods.JobCancel, Methods.JobResult,
        // The same file is written again.
        Methods.JobSave);

    public static bool Contains(string method) => Names.Contains(method);
}
