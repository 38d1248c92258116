using System.Collections.Frozen;
using Rtemis.Protocol;
using Rtemis.Server.Handlers;

namespace Rtemis.Server.Dispatch;

/// <summary>Every method of the protocol, one row each.</summary>
sealed class MethodTable
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    readonly FrozenDictionary<string, Method> _byName;

    public MethodTable(
        ConnectionHandlers connections, CatalogHandlers catalog, SessionHandlers sessions, UploadHandlers uploads, DataHandlers data, JobHandlers jobs,
        JobResultHandlers results, JobSaveHandlers saves, DialogHandlers dialogs)
    {
        Method[] rows =
        [
            Method.Async(Methods.Auth, Needs.Nothing, Lane.Quick, Json.AuthParams, Json.AuthResult, connections.AuthenticateAsync),
            Method.Quick(Methods.Ping, Needs.Authentication, Json.PingResult, connections.Ping),
            Method.Quick(Methods.Info, Needs.Authentication, Json.InfoResult, connections.Info),

            Method.Quick(Methods.Algorithms, Needs.Authentication, Json.EngineParams, Json.AlgorithmsResult, catalog.Algorithms),
            Method.Quick(Methods.AlgorithmDescribe, Needs.Authentication, Json.DescribeParams, Json.AlgorithmDescription, catalog.DescribeAlgorithm),
            Method.Quick(Methods.DecompAlgorithms, Needs.Authentication, Json.EngineParams, Json.AlgorithmsResult, catalog.Decompositions),
            Method.Quick(Methods.DecompAlgorithmDescribe, Needs.Authentication, Json.DescribeParams, Json.AlgorithmDescription, catalog.DescribeDecomposition),
            Method.Quick(Methods.ClusterAlgorithms, Needs.Authentication, Json.EngineParams, Json.AlgorithmsResult, catalog.Clusterings),
            Method.Quick(Methods.ClusterAlgorithmDescribe, Needs.Authentication, Json.DescribeParams, Json.AlgorithmDescription, catalog.DescribeClustering),
            Method.Quick(Methods.ResamplerDescribe, Needs.Authentication, Json.EngineParams, Json.ParametersResult, catalog.DescribeResampler),
            Method.Quick(Methods.PreprocessorDescribe, Needs.Authentication, Json.EngineParams, Json.ParametersResult, catalog.DescribePreprocessor),

            Method.Quick(Methods.SessionList, Needs.Authentication, Json.SessionListResult, sessions.List),
            Method.Quick(Methods.SessionCreate, Needs.Unattached, Json.NameParams, Json.SessionSnapshot, sessions.Create),
            Method.Quick(Methods.SessionJoin, Needs.Unattached, Json.SessionJoinParams, Json.SessionSnapshot, sessions.Join),
            Method.Quick(Methods.SessionDetach, Needs.Attached, Json.DetachedResult, sessions.Detach),
            Method.Quick(Methods.SessionRename, Needs.Attached, Json.NameParams, Json.RenamedResult, sessions.Rename),
            Method.Quick(Methods.SessionDelete, Needs.Attached, Json.SessionDeletedResult, sessions.Delete),
            Method.Quick(Methods.SessionInfo, Needs.Attached, Json.SessionSnapshot, sessions.Info),
            Method.Quick(Methods.SessionAck, Needs.Attached, Json.SessionAckParams, Json.AckResult, sessions.Acknowledge),

            Method.Async(Methods.DataUpload, Needs.Attached, Lane.Heavy, Json.NameParams, Json.DataEntry, uploads.UploadAsync),
            Method.Async(Methods.DataUploadBegin, Needs.Attached, Lane.Slow, Json.UploadBeginParams, Json.UploadBeginResult, uploads.BeginAsync),
            Method.Async(Methods.DataUploadChunk, Needs.Attached, Lane.Heavy, Json.UploadChunkParams, Json.UploadChunkResult, uploads.ChunkAsync),
            Method.Async(Methods.DataUploadEnd, Needs.Attached, Lane.Heavy, Json.UploadIdParams, Json.DataEntry, uploads.EndAsync),
            Method.Async(Methods.DataUploadCancel, Needs.Attached, Lane.Slow, Json.UploadIdParams, Json.CancelledResult, uploads.CancelAsync),
            Method.Quick(Methods.DataList, Needs.Attached, Json.DataListResult, data.List),
            Method.Async(Methods.DataDescribe, Needs.Attached, Lane.Heavy, Json.DataDescribeParams, Json.DataDescription, data.DescribeAsync),
            Method.Raw(Methods.DataPreview, Needs.Attached, Lane.Heavy, Json.DataPreviewParams, data.PreviewAsync),
            Method.Async(Methods.DataArrange, Needs.Attached, Lane.Heavy, Json.DataArrangeParams, Json.DataEntry, data.ArrangeAsync),
            Method.Quick(Methods.DataDelete, Needs.Attached, Json.DataHandleParams, Json.DeletedResult, data.Delete),

            Method.Async(Methods.Train, Needs.Attached, Lane.Slow, Json.JobSubmission, Json.SubmittedResult, jobs.TrainAsync),
            Method.Async(Methods.Decomp, Needs.Attached, Lane.Slow, Json.JobSubmission, Json.SubmittedResult, jobs.DecomposeAsync),
            Method.Async(Methods.Cluster, Needs.Attached, Lane.Slow, Json.JobSubmission, Json.SubmittedResult, jobs.ClusterAsync),
            Method.Async(Methods.Predict, Needs.Attached, Lane.Slow, Json.PredictSubmission, Json.SubmittedResult, jobs.PredictAsync),
            Method.Quick(Methods.JobList, Needs.Attached, Json.JobListResult, jobs.List),
            Method.Quick(Methods.JobStatus, Needs.Attached, Json.JobIdParams, Json.JobSummary, jobs.Status),
            Method.Quick(Methods.JobRequest, Needs.Attached, Json.JobIdParams, Json.JobRequestResult, jobs.Request),
            Method.Quick(Methods.JobCancel, Needs.Attached, Json.JobIdParams, Json.CancelledResult, jobs.Cancel),
            Method.Raw(Methods.JobResult, Needs.Attached, Lane.Slow, Json.JobResultParams, results.ReadAsync),
            Method.Async(Methods.JobSave, Needs.Attached, Lane.Slow, Json.JobSaveParams, Json.JobSaveResult, saves.SaveAsync),
            Method.Quick(Methods.JobDelete, Needs.Attached, Json.JobIdParams, Json.DeletedResult, jobs.Delete),

            Method.Async(Methods.DialogChooseDir, Needs.Authentication, Lane.Apart, Json.ChooseDirParams, Json.ChooseDirResult, dialogs.ChooseDirAsync),
        ];
        _byName = rows.ToFrozenDictionary(r => r.Name);
        Names = new NameTable(_byName.Keys);
    }

    /// <summary>Their names.</summary>
    public NameTable Names { get; }

    /// <summary>All rows.</summary>
    public IEnumerable<Method> All => _byName.Values;

    /// <summary>The method of that exact name, or null.</summary>
    public Method? Find(string name) => _byName.GetValueOrDefault(name);
}
