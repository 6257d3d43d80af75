# Settings of `make lab`: a notebook that is opened and not changed is not "unsaved".
#
# JupyterLab writes the version of Python into a notebook as soon as it is opened. That is told here when the notebook
# is read, and taken out again when it is saved, so that the file is the same on every machine.
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelspec import get_kernel_dict
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

KERNEL = {"display_name": get_kernel_dict()["display_name"], "language": "python", "name": "python3"}
COMMITTED = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


class SteadyNotebooks(AsyncLargeFileManager):
    async def get(self, path, *given, **named):
        model = await super().get(path, *given, **named)
        if model["type"] == "notebook" and model.get("content"):
            model["content"]["metadata"] |= {
                "kernelspec": KERNEL,
                "language_info": IPythonKernel.language_info,
            }
        return model


def as_committed(model, **_):
    if model["type"] == "notebook":
        model["content"]["metadata"] |= COMMITTED


c = get_config()  # noqa: F821
c.ServerApp.contents_manager_class = SteadyNotebooks
c.FileContentsManager.pre_save_hook = as_committed
