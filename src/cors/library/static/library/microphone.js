// Records with the microphone of the device; what was recorded becomes the file of the form.
const box = document.querySelector("[data-microphone]");
const field = document.querySelector("input[type=file][name=file]");
const TYPES = [["audio/ogg;codecs=opus", "ogg"], ["audio/mp4", "m4a"], ["audio/webm;codecs=opus", "webm"]];

if (box && field && navigator.mediaDevices && "MediaRecorder" in window) {
  const [type, ending] = TYPES.find(([kind]) => MediaRecorder.isTypeSupported(kind)) || ["", "webm"];
  const part = (name) => box.querySelector(`[data-${name}]`);
  const record = part("record");
  let recorder = null;
  let pieces = [];
  let seconds = 0;
  let ticking = 0;
  let levels = null;

  const clock = () => {
    part("clock").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };

  const show = () => {
    const state = recorder ? recorder.state : "inactive";
    const words = { recording: "pause", paused: "on", inactive: "start" }[state];
    record.textContent = record.dataset[words];
    part("done").disabled = state === "inactive";
    part("again").disabled = state === "inactive" && !pieces.length;
  };

  const measure = (stream) => {
    const context = new AudioContext();
    const listening = context.createAnalyser();
    listening.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(listening);
    const samples = new Float32Array(listening.fftSize);
    levels = setInterval(() => {
      listening.getFloatTimeDomainData(samples);
      part("level").value = Math.min(1, Math.max(...samples.map(Math.abs)));
    }, 100);
    return () => {
      clearInterval(levels);
      part("level").value = 0;
      context.close();
    };
  };

  const give = () => {
    const sound = new Blob(pieces, { type });
    const files = new DataTransfer();
    files.items.add(new File([sound], `recording.${ending}`, { type }));
    field.files = files.files;
    part("heard").src = URL.createObjectURL(sound);
    part("heard").hidden = false;
    part("said").textContent = "Listen to it. Save keeps it, Once more begins again.";
  };

  const begin = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const stopMeasuring = measure(stream);
    pieces = [];
    seconds = 0;
    recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
    recorder.ondataavailable = (event) => event.data.size && pieces.push(event.data);
    recorder.onstop = () => {
      clearInterval(ticking);
      stopMeasuring();
      stream.getTracks().forEach((track) => track.stop());
      give();
      show();
    };
    recorder.start(1000);
    ticking = setInterval(() => {
      if (recorder.state === "recording") seconds += 1;
      clock();
    }, 1000);
    part("heard").hidden = true;
    part("said").textContent = "Recording.";
  };

  record.addEventListener("click", async () => {
    try {
      if (!recorder || recorder.state === "inactive") await begin();
      else if (recorder.state === "recording") recorder.pause();
      else recorder.resume();
    } catch {
      part("said").textContent = "The microphone could not be used. Allow it in the browser, or choose a file.";
    }
    show();
  });
  part("done").addEventListener("click", () => recorder.stop());
  part("again").addEventListener("click", () => {
    if (recorder && recorder.state !== "inactive") {
      recorder.onstop = () => recorder.stream.getTracks().forEach((track) => track.stop());
      recorder.stop();
    }
    clearInterval(ticking);
    clearInterval(levels);
    recorder = null;
    pieces = [];
    seconds = 0;
    field.value = "";
    part("heard").hidden = true;
    part("said").textContent = "";
    clock();
    show();
  });
  box.hidden = false;
  show();
}
